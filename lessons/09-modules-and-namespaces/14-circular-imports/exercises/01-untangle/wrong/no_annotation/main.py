# expect: annotation_lost
from customer import Customer
from report import line

ada = Customer("ada")
print(ada.bill(100).text())
print(line(ada, 100))
