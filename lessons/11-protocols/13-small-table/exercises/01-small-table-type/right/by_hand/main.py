from conditions import Field
from table import Table

if __name__ == "__main__":
    people = Table(["name", "age"], [("Ada", 36), ("Bob", 17), ("Eve", 52)])
    print(f"{people.where(~(Field('age') < 18)):md}")
