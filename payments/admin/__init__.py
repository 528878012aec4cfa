"""«Dinero» in the CMS: what waits for a person, one order's money, payout batches, the books."""
