import Testing

@testable import Economics

@Suite("Money and price lists")
struct MoneyTests {
    private let dollars = MoneyBasis(currency: "USD", year: 2021)

    @Test("amounts of another currency or year are not added")
    func mixed() throws {
        #expect(try Money(2, dollars).adding(Money(3, dollars)) == Money(5, dollars))
        let year = #expect(throws: MixedMoney.self) {
            try Money(2, dollars).adding(Money(3, .init(currency: "USD", year: 2020)))
        }
        #expect(year?.description.contains("price index") == true)
        #expect(throws: MixedMoney.self) { try Money(2, dollars).adding(Money(3, .init(currency: "EUR", year: 2021))) }
    }

    private func price(_ resource: String, _ amount: Double, _ currency: String = "USD", _ year: Int = 2021)
        -> ResourcePrice
    {
        ResourcePrice(
            resource: resource, amount: amount, currency: currency, year: year, low: nil, high: nil, origin: .assumed,
            verification: nil, source: "assumed: made up")
    }

    private func list(_ prices: [ResourcePrice], index: PriceIndex? = nil) -> PriceList {
        PriceList(
            id: "us", title: "", country: "US", money: dollars, date: "2021-06-30", index: index, resources: prices,
            products: [
                ProductPrice(
                    product: "a", disease: nil, from: "2017-10-18", amount: 373, verification: .read, source: "s"),
                ProductPrice(
                    product: "a", disease: nil, from: "2021-01-01", amount: 399, verification: .read, source: "s"),
                ProductPrice(
                    product: "a", disease: nil, from: "2023-01-01", amount: 424, verification: .read, source: "s"),
                ProductPrice(
                    product: "a", disease: "leukaemia", from: "2017-08-30", amount: 475, verification: .read,
                    source: "s"),
            ])
    }

    @Test("a price of another year is restated by the index, or refused without one")
    func years() throws {
        let old = price("wardDay", 100, "USD", 2019)
        let fault = #expect(throws: Fault.self) { try list([old]).prices(required: []) }
        #expect(fault?.path == ["resources", "0", "year"])
        let index = PriceIndex(
            name: "medical care", currency: "USD",
            levels: [.init(year: 2019, level: 80), .init(year: 2021, level: 100)],
            source: "made up")
        #expect(try list([old], index: index).prices(required: [])["wardDay"] == Money(125, dollars))
        #expect(throws: Fault.self) { try list([price("wardDay", 1, "USD", 2011)], index: index).prices(required: []) }
    }

    @Test("a price of another currency, one below 0, one given twice and a missing one are refused with their path")
    func refused() {
        func path(_ prices: [ResourcePrice], required: [String] = []) -> [String]? {
            #expect(throws: Fault.self) { try list(prices).prices(required: required) }?.path
        }
        #expect(path([price("visit", 1), price("wardDay", 1, "EUR")]) == ["resources", "1", "currency"])
        #expect(path([price("visit", -1)]) == ["resources", "0", "amount"])
        #expect(path([price("visit", 1), price("visit", 2)]) == ["resources", "1", "resource"])
        #expect(path([price("visit", 1)], required: ["visit", "bed"]) == ["resources"])
    }

    @Test("a product's list price is the one in force on the day of the list, for its disease first")
    func products() throws {
        #expect(try list([]).price(ofProduct: "a", for: "lymphoma").amount == 399)
        #expect(try list([]).price(ofProduct: "a", for: "leukaemia").amount == 475)
        #expect(throws: Fault.self) { try list([]).price(ofProduct: "b", for: "lymphoma") }
    }
}
