"""Made-up rows for load tests: as many as asked for, whole in every column, and the same for the same seed."""
