"""What rules found, in words: findings, what they are about, and who says what."""
