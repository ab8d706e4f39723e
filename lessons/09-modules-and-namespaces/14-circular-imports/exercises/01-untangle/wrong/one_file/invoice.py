from customer import Invoice
from settings import VAT
