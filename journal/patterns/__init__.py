"""What one person's diary can honestly say about food and symptoms."""
