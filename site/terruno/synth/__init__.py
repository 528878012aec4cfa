"""Made-up rows for load tests: as many as asked for, like the real ones in every column, and the same for the same seed."""
