"""What people and programs do to files, done at random and in great number: nothing may crash."""
