import Care

/// The resources of a bundle that belong to no single entry. All of them follow from the journal.
struct ExportFrame {
    let journal: Journal
    let centre: String
    /// Entries that a correction struck out.
    let struck: Set<Int>

    private var realm: FHIRRealm { FHIRRealm(journal.subject) }
    private var standing: [Entry] { journal.entries.filter { !struck.contains($0.sequence) } }

    private var therapyIdentifier: JSON {
        FHIRText.object(["system": .string(LocalSystem.chainOfIdentity.uri)], "value", journal.therapy)
    }

    /// The patient. A journal holds no name: the chain-of-identity identifier is who it is.
    var patient: JSON {
        var patient: [String: JSON] = [
            "resourceType": "Patient", "id": "patient", "meta": .object(realm.meta), "identifier": [therapyIdentifier],
            "managingOrganization": ["reference": "Organization/centre"],
        ]
        let sexes = standing.compactMap {
            if case .referralReceived(let referral) = $0.event { referral.sex } else { nil }
        }
        if let sex = sexes.last { patient["gender"] = .string(sex.rawValue) }
        let deaths = standing.filter { if case .died = $0.event { true } else { false } }
        if let death = deaths.last { patient["deceasedDateTime"] = .string(death.occurredAt.iso8601) }
        if case .simulated(let study, let seed, let index) = journal.subject {
            patient["extension"] = [VirtualPatient.extension(study: study, seed: seed, patient: index)]
        }
        return .object(patient)
    }

    /// The treatment centre.
    var organization: JSON {
        var organization: [String: JSON] = [
            "resourceType": "Organization", "id": "centre", "meta": .object(realm.meta),
            "identifier": [FHIRText.object(["system": .string(LocalSystem.centre.uri)], "value", centre)],
        ]
        FHIRText.write(centre, to: "name", of: &organization)
        return .object(organization)
    }

    /// The episode of care: one therapy.
    var episode: JSON {
        var status = "active"
        for entry in standing {
            switch entry.event {
            case .therapyCancelled: status = "cancelled"
            case .died: status = "finished"
            default: break
            }
        }
        return [
            "resourceType": "EpisodeOfCare", "id": "therapy", "meta": .object(realm.meta),
            "identifier": [therapyIdentifier], "status": .string(status), "patient": ["reference": "Patient/patient"],
            "managingOrganization": ["reference": "Organization/centre"],
        ]
    }
}

/// Who a virtual patient is: study, seed and number. Seed and number go beyond the 32 bits of FHIR's integers.
enum VirtualPatient {
    static let url = extensionURL("virtual-patient")

    static func `extension`(study: String, seed: UInt64, patient: Int) -> JSON {
        [
            "url": .string(url),
            "extension": [
                FHIRText.object(["url": "study"], "valueString", study),
                ["url": "seed", "valueString": .string(String(seed))],
                ["url": "patient", "valueString": .string(String(patient))],
            ],
        ]
    }

    /// Reads the extension of a Patient.
    static func subject(of patient: JSON, at path: String) throws(FHIRFault) -> SubjectKind {
        let fault = FHIRFault(
            at: "\(path).extension", .required, "a simulated patient's study, seed or number is missing",
            "Give the extension \(url) with study, seed and patient.")
        let extensions = (patient["extension"]?.items ?? []).filter { $0["url"]?.text == url }
        guard extensions.count == 1 else { throw fault }
        func part(_ name: String) throws(FHIRFault) -> String? {
            let parts = (extensions[0]["extension"]?.items ?? []).filter { $0["url"]?.text == name }
            guard parts.count == 1, let members = parts[0].members else { return nil }
            return try FHIRText.read("valueString", of: members, at: "\(path).extension")
        }
        guard let study = try part("study"), let seed = try part("seed").flatMap({ UInt64($0) }),
            let number = try part("patient").flatMap({ Int($0) })
        else { throw fault }
        return .simulated(study: study, seed: seed, patient: number)
    }
}
