"""Products by the sheet: read under limits, shown row by row, then done exactly as shown or not at all."""
