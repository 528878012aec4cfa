"""What may be done with products: one verb a function, the actor first, rows, audit and outbox in one transaction."""
