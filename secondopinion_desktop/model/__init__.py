"""What exists and which rules hold. No session, no query, no Qt."""
