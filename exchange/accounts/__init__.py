"""People who sign in: password or one-time code, and their browser logins."""
