"""What is counted, how, and which records stand behind each figure."""
