import Care
import Foundation

/// Small labels for tests, written as JSON in the fields of the data files.
enum SampleLabels {
    static let cited = #""source":"a test","flag":"read""#

    static func version(_ json: String) throws -> Label.Version {
        try JSONDecoder().decode(Label.Version.self, from: Data(json.utf8))
    }

    static func subject(_ jurisdiction: Jurisdiction = .us, product: String = "axicabtagene-ciloleucel") throws
        -> Label.Subject
    {
        try JSONDecoder().decode(
            Label.Subject.self,
            from: Data(
                #"""
                {"product":"\#(product)","shortName":"axi-cel","brand":"Yescarta","manufacturer":"Kite",
                 "jurisdiction":"\#(jurisdiction.rawValue)","antigen":"CD19","costimulation":"CD28"}
                """#.utf8))
    }

    /// The head of a version, then further fields.
    static func version(
        _ name: String, from: String, until: String? = nil, status: String = "approved", _ sections: String = ""
    ) throws -> Label.Version {
        let end = until.map { #","until":"\#($0)""# } ?? ""
        let more = sections.isEmpty ? "" : "," + sections
        return try version(
            #"{"version":"\#(name)","effectiveFrom":"\#(from)"\#(end),"status":"\#(status)","changed":"x",\#(cited)\#(more)}"#
        )
    }

    /// All sections that a test leaves out, declared as not known.
    static func notKnown(but written: Set<Label.Section>) -> String {
        let names = Label.Section.allCases.filter { !written.contains($0) }.map { "\"\($0.rawValue)\"" }
        return #""notKnown":[\#(names.joined(separator: ","))]"#
    }

    static let lymphoma = #"""
        {"id":"lbcl","disease":"largeBCellLymphoma","minimumAge":18,"minimumPriorLines":1,
         "anyOf":[{"state":"refractoryToFirstLine"},{"state":"relapseAfterFirstLine","withinMonths":12}],
         "text":"t",\#(cited)}
        """#
    static let laterLines = #"""
        {"id":"lbcl-2-lines","disease":"largeBCellLymphoma","subtypes":["diffuseNotOtherwiseSpecified","highGrade"],
         "minimumAge":18,"minimumPriorLines":2,"allOf":[{"state":"relapsedOrRefractory"}],"text":"t",\#(cited)}
        """#
    static let leukaemia = #"""
        {"id":"all","disease":"bAcuteLymphoblasticLeukaemia","maximumAge":25,
         "anyOf":[{"state":"refractory"},{"state":"secondOrLaterRelapse"}],"text":"t",\#(cited)}
        """#
    static let myeloma = #"""
        {"id":"mm","disease":"multipleMyeloma","minimumAge":18,"minimumPriorLines":1,
         "priorClasses":["proteasomeInhibitor","immunomodulator"],"allOf":[{"state":"lenalidomideRefractory"}],
         "text":"t",\#(cited)}
        """#

    static func criterion(_ id: String, _ rule: String, effect: String, indications: String? = nil) -> String {
        let confined = indications.map { #","indications":["\#($0)"]"# } ?? ""
        return #"{"id":"\#(id)",\#(rule),"effect":"\#(effect)","text":"\#(id) text",\#(cited)\#(confined)}"#
    }

    /// A label with indications and criteria of every kind.
    static func label(
        indications: [String] = [lymphoma, laterLines], contraindications: [String] = [], limitations: [String] = [],
        warnings: [String] = [], trial: [String] = [], washouts: [String] = [], status: String = "approved"
    ) throws -> Label {
        let sections = #"""
            "indications":[\#(indications.joined(separator: ","))],
            "contraindications":[\#(contraindications.joined(separator: ","))],
            "limitationsOfUse":[\#(limitations.joined(separator: ","))],
            "warnings":[\#(warnings.joined(separator: ","))],
            "trialCriteria":[\#(trial.joined(separator: ","))],
            "washouts":[\#(washouts.joined(separator: ","))],
            \#(notKnown(but: [
                .indications, .contraindications, .limitationsOfUse, .warnings, .trialCriteria, .washouts,
            ]))
            """#
        let version = try version("2025-06-26", from: "2025-06-26", status: status, sections)
        return try Label.History(subject: subject(), versions: [version]).label(on: Day("2026-01-01")!)
    }

    static func dose(_ json: String) throws -> Label.Dose {
        try JSONDecoder().decode(Label.Dose.self, from: Data(("{" + json + "," + cited + "}").utf8))
    }
}
