# time: gmtime, strftime, strptime and mktime convert between seconds, tuples and text.
import calendar
import time

moment = time.gmtime(86400 * 365)
print(tuple(moment), moment.tm_year, moment.tm_zone)
print(time.strftime("%Y-%m-%d %H:%M:%S %j %a %b", moment), time.asctime(moment))
parsed = time.strptime("2024-02-29 12:34:56", "%Y-%m-%d %H:%M:%S")
print(parsed.tm_yday, parsed.tm_wday, calendar.timegm(parsed))
print(time.mktime(time.localtime(1_700_000_000)) == 1_700_000_000)
try:
    time.strptime("2023-02-29", "%Y-%m-%d")
except ValueError:
    print("ValueError")
