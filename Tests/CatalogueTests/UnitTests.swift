import Testing

@testable import Catalogue

@Suite("Units")
struct UnitTests {
    @Test(
        "Codes of UCUM are units",
        arguments: [
            "1", "%", "d", "1/d", "/d", "h", "mg/L", "10*9/L", "10*6/kg", "{cells}/uL", "d.{cells}/uL",
            "{copies}/{cell}",
            "mL/min/{1.73_m2}", "mg/m2", "mm[Hg]", "Cel", "U/L", "[IU]/mL", "L/(10*9.d)", "pg/mL/d", "ug.h/mL", "m-2",
            "10*-3", "USD", "mmol/L",
        ])
    func unit(code: String) { #expect(UCUM.isUnit(code)) }

    @Test(
        "Other texts are not",
        arguments: [
            "", " ", "per day", "day", "1/fortnight", "lb", "cells/uL", "mg/", "mg//L", "(d", "d)", "mcg", "hr",
            "{cells",
            "10*", "10*9/L ", "µg", "kd", "ha",
        ])
    func notUnit(text: String) { #expect(!UCUM.isUnit(text)) }

    @Test("A difference of the body in a unit that is none is refused")
    func difference() throws {
        let file = "Evidence/products/axicabtagene-ciloleucel.yaml"
        let text = try product(file, body: "{rho: {value: 1, unit: 1/fortnight, origin: assumed, source: x}}")
        let faults = try problems { try Shelf.product(from: text, file: file) }
        #expect(faults.map(\.field) == ["body.rho.unit"])
        #expect(faults.first?.expected == "a unit as UCUM writes it")
    }
}
