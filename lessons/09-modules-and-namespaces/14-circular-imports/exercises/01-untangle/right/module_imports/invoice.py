import report
from settings import *


class Invoice:
    def __init__(self, customer, net):
        self.customer = customer
        self.net = net

    def text(self):
        return self.customer.name + ": " + report.amount(self.net)
