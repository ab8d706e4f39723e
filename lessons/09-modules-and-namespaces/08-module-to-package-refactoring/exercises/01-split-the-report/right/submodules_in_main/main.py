import report


def main():
    rows = report.parse("lamp;4000\ndesk;24000\n")
    print(report.layout(rows))


if __name__ == "__main__":
    main()
