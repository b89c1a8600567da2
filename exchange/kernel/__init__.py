"""What every slice stands on: time, ids, codes, columns, database handles, errors, settings, text."""
