# expect: farther_wins
from library import Book, Priced, Titled
from store import Store

if __name__ == "__main__":
    store = Store(Book)
    store.add(Book(title="Emma", cents=950, pages=474))
    store.add(Book(title="Persuasion", cents=800, pages=249))
    store.save("books.json")

    copy = Store(Book)
    copy.load("books.json")
    for book in copy.all(Titled):
        print(book.title, book.price)
    print(len(copy.all(Priced)), Book.all_fields())
    try:
        copy.add(Book(title=" ", cents=-1, pages=0))
    except ValueError as error:
        print(error)
