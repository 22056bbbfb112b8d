import Care
import Testing

@Suite("ECOG and Karnofsky") struct PerformanceStatusTests {
    @Test(
        "every Karnofsky index has its ECOG status by both conversions",
        arguments: [
            (100, 0, 0), (90, 0, 1), (80, 1, 1), (70, 1, 2), (60, 2, 2), (50, 2, 3), (40, 3, 3), (30, 3, 4),
            (20, 4, 4), (10, 4, 4), (0, 5, 5),
        ])
    func conversion(index: Int, customary: Int, ma: Int) throws {
        let karnofsky = try #require(Karnofsky(index))
        #expect(karnofsky.ecog(by: .customary).rawValue == customary)
        #expect(karnofsky.ecog(by: .ma2010).rawValue == ma)
        let verdict = karnofsky.ecog
        #expect(verdict.lowest.rawValue == customary && verdict.highest.rawValue == ma)
        #expect(verdict.unknown.isEmpty == (customary == ma))
    }

    @Test("back again: the Karnofsky indices of each status")
    func back() {
        let customary = ECOG.allCases.map { [$0.karnofsky().lowerBound.rawValue, $0.karnofsky().upperBound.rawValue] }
        #expect(customary == [[90, 100], [70, 80], [50, 60], [30, 40], [10, 20], [0, 0]])
        let ma = ECOG.allCases.map { status in
            let range = status.karnofsky(by: .ma2010)
            return [range.lowerBound.rawValue, range.upperBound.rawValue]
        }
        #expect(ma == [[100, 100], [80, 90], [60, 70], [40, 50], [10, 30], [0, 0]])
    }

    @Test("only tens from 0 to 100 are Karnofsky indices, only 0 to 5 ECOG")
    func bounds() {
        #expect([-10, 5, 95, 110].allSatisfy { Karnofsky($0) == nil })
        #expect(Karnofsky.allCases.count == 11 && ECOG(rawValue: 6) == nil)
    }

    @Test("a lower index is never a better status")
    func monotone() {
        for conversion in Karnofsky.Conversion.allCases {
            let statuses = Karnofsky.allCases.map { $0.ecog(by: conversion) }
            #expect(statuses == statuses.sorted(by: >))
        }
    }
}
