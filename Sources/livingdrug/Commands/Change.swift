import Catalogue
import Therapy

/// One `--set name=value`: a parameter of the body by its name, or a number of the study or product by its place.
struct Change {
    let name: String
    let value: String

    init(_ text: String) throws {
        guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
            throw CommandError("--set \(text): write name=value, for example --set rE=2.5")
        }
        name = String(text[..<equals])
        value = String(text[text.index(after: equals)...])
    }

    func number() throws -> Double {
        guard let number = Double(value), number.isFinite else {
            throw CommandError("--set \(name)=\(value): '\(value)' is not a number")
        }
        return number
    }

    /// Numbers of the study and the product that may be changed, by name.
    private static var studyNumbers: [String: WritableKeyPath<Study, Double>] {
        [
            "population.age.median": \.population.age.median, "population.burden.median": \.population.burden.median,
            "population.burden.cv": \.population.burden.cv,
            "population.lymphocytes.median": \.population.lymphocytes.median,
            "bridging.share": \.bridging.share.value, "bridging.remaining": \.bridging.remaining.value,
            "logistics.enrolmentToCollection": \.logistics.enrolmentToCollection.value,
            "logistics.arrivalToLymphodepletion": \.logistics.arrivalToLymphodepletion.value,
            "logistics.withdrawalPerDay": \.logistics.withdrawalPerDay.value,
            "logistics.plannedStayDays": \.logistics.plannedStayDays.value,
            "followUpDays": \.followUpDays,
        ]
    }
    private static var diseaseNumbers: [String: WritableKeyPath<Disease, Double>] {
        [
            "disease.detectable": \.rules.detectable.value, "disease.unfit": \.rules.unfit.value,
            "disease.lethal": \.rules.lethal.value,
            "disease.growthAfterProgression": \.rules.growthAfterProgression.value,
            "disease.salvaged": \.rules.salvaged.value,
        ]
    }
    private static var productNumbers: [String: WritableKeyPath<Product, Double>] {
        [
            "process.slotWaitDays": \.process.slotWaitDays.value, "process.cultureDays": \.process.cultureDays.value,
            "process.releaseDays": \.process.releaseDays.value, "process.inboundDays": \.process.inboundDays.value,
            "process.outboundDays": \.process.outboundDays.value, "process.batchLoss": \.process.batchLoss.value,
            "process.doublingHours": \.process.doublingHours.value,
            "process.vectorCopiesMean": \.process.vectorCopiesMean.value,
            "process.unfitShare": \.process.unfitShare.value,
            "process.unfitFitness": \.process.unfitFitness.value,
        ]
    }

    /// All names of the study's, the product's and the disease's numbers.
    static var names: [String] {
        (Array(studyNumbers.keys) + Array(productNumbers.keys) + Array(diseaseNumbers.keys)).sorted()
    }

    func apply(
        to study: inout Study, _ product: inout Product, _ disease: inout Disease, bodyParameters: [String]
    ) throws {
        if name == "lymphodepletion" {
            guard value == "none" else {
                throw CommandError(
                    "--set lymphodepletion=\(value): only 'none' may be given; doses stand in the study file")
            }
            study.lymphodepletion = []
        } else if let path = Self.studyNumbers[name] {
            study[keyPath: path] = try number()
        } else if let path = Self.productNumbers[name] {
            product[keyPath: path] = try number()
        } else if let path = Self.diseaseNumbers[name] {
            disease[keyPath: path] = try number()
        } else {
            throw UnknownName(
                .parameter, name,
                known: (["lymphodepletion"] + Self.studyNumbers.keys + Self.productNumbers.keys
                    + Self.diseaseNumbers.keys
                    + bodyParameters).sorted())
        }
    }
}
