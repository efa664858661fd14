"""Reports: each format is one function of records, and knows nothing of how they came about."""
