"""The script, as it was."""
text = "lamp;3;40\ndesk;1;240\n"
total = 0
for line in text.splitlines():
    item, count, price = line.split(";")
    total += int(count) * int(price)
print("total:", total)
