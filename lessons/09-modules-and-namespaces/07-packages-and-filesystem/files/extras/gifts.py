paper = "blue"
