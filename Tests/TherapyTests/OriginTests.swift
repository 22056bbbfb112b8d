import Catalogue
import Testing

@testable import Therapy

/// No constant in the therapy without an origin.
@Suite struct OriginTests {
    /// A number somewhere in the data.
    struct Number {
        let place: String
        let origin: Origin
        let source: String
    }

    /// All numbers with an origin within a value, however deep.
    private func numbers(in value: Any, at place: String) -> [Number] {
        if let number = value as? SourcedValue {
            return [Number(place: place, origin: number.origin, source: number.source)]
        }
        if let number = value as? Population.Distribution {
            return [Number(place: place, origin: number.origin, source: number.source)]
        }
        if let price = value as? Price { return [Number(place: place, origin: price.origin, source: price.source)] }
        if let pair = value as? CovariateModel.Correlation {
            return [Number(place: place, origin: pair.origin, source: pair.source)]
        }
        return Mirror(reflecting: value).children.enumerated().flatMap { index, child in
            numbers(in: child.value, at: "\(place).\(child.label ?? String(index))")
        }
    }

    private func hold(_ numbers: [Number], atLeast count: Int) {
        #expect(numbers.count >= count, "only \(numbers.count) numbers found: the walk is broken")
        for number in numbers {
            let words = number.source.trimmingPrefix { $0.isWhitespace }
            #expect(words.count >= 8, "\(number.place) has no source")
            if number.origin == .fitted {
                #expect(words.hasPrefix("livingdrug calibrate"), "\(number.place): \(words)")
            }
        }
    }

    @Test("every number of every product, disease and study has an origin with its grounds")
    func evidence() throws {
        let shelf = try Shelf(root: Shipped.root)
        var all: [Number] = []
        for id in shelf.products { all += numbers(in: try shelf.product(id), at: "products.\(id)") }
        for id in shelf.diseases { all += numbers(in: try shelf.disease(id), at: "diseases.\(id)") }
        for id in shelf.studies { all += numbers(in: try shelf.study(id), at: "studies.\(id)") }
        hold(all, atLeast: 600)
    }

    @Test("every number of the course and every correlation of covariates has an origin with its grounds")
    func course() throws {
        let shelf = try Shelf(root: Shipped.root)
        hold(numbers(in: try shelf.course(), at: "course"), atLeast: 40)
        hold(numbers(in: try shelf.covariates(), at: "covariates"), atLeast: 18)
    }

    @Test("every parameter of the body, as it applies in every study, has an origin with its grounds")
    func body() throws {
        let shelf = try Shelf(root: Shipped.root)
        for id in shelf.studies {
            let entries = try Shipped.setting(id).parameters.entries
            hold(
                entries.map { Number(place: "\(id).\($0.id)", origin: $0.value.origin, source: $0.value.source) },
                atLeast: 150)
        }
    }

    @Test("the numbers that the simulation reads are those of the data")
    func numbersOfTheCourse() throws {
        let course = try Shipped.course
        let read = CourseNumbers(course)
        var values: [String: Double] = [:]
        for group in Mirror(reflecting: read).children {
            for number in Mirror(reflecting: group.value).children {
                values["\(group.label ?? "").\(number.label ?? "")"] = number.value as? Double
            }
        }
        #expect(values == Dictionary(uniqueKeysWithValues: course.all.map { ($0.path, $0.value.value) }))
    }
}
