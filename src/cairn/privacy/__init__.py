"""What people are owed over their own data: to take it along."""
