/// Somebody has read an alert and taken it on.
public struct AlertAcknowledgement: Codable, Sendable, Equatable {
    /// Identifier of the alert.
    public var alert: String
    /// What is done about it, in words.
    public var action: String?

    /// Makes the record.
    public init(
        alert: String, action: String? = nil
    ) {
        self.alert = alert
        self.action = action
    }
}

/// A hard stop was overridden. Identity stops never are.
public struct StopOverride: Codable, Sendable, Equatable {
    /// Identifier of the stop.
    public var stop: String
    /// Why, in words.
    public var reason: String
    /// The second person.
    public var secondSignature: Actor
    /// Product definition that allows it, as `name@version`.
    public var productVersion: String

    /// Makes the record.
    public init(
        stop: String, reason: String, secondSignature: Actor, productVersion: String
    ) {
        self.stop = stop
        self.reason = reason
        self.secondSignature = secondSignature
        self.productVersion = productVersion
    }
}

/// A blood product was given.
public struct Transfusion: Codable, Sendable, Equatable {
    /// Kinds of blood product.
    public enum Kind: String, Codable, Sendable, CaseIterable { case redCells, platelets, plasma }
    /// What.
    public var kind: Kind
    /// Whether it was irradiated; nil unknown.
    public var irradiated: Bool?
    /// Units.
    public var units: Int

    /// Makes the record.
    public init(
        kind: Kind, irradiated: Bool? = nil, units: Int
    ) {
        self.kind = kind
        self.irradiated = irradiated
        self.units = units
    }
}

/// A vaccine was given.
public struct Vaccination: Codable, Sendable, Equatable {
    /// Vaccine.
    public var vaccine: String
    /// Whether it is a live vaccine.
    public var live: Bool

    /// Makes the record.
    public init(
        vaccine: String, live: Bool
    ) {
        self.vaccine = vaccine
        self.live = live
    }
}

/// A registry form was sent.
public struct RegistryForm: Codable, Sendable, Equatable {
    /// Form (for example `CIBMTR 4000`).
    public var form: String
    /// The registry's reference.
    public var reference: String?

    /// Makes the record.
    public init(
        form: String, reference: String? = nil
    ) {
        self.form = form
        self.reference = reference
    }
}

/// A test for replication-competent virus.
public struct ReplicationTest: Codable, Sendable, Equatable {
    /// Method (for example `VSV-G PCR`).
    public var method: String
    /// Whether it is positive; nil archived, not tested.
    public var positive: Bool?

    /// Makes the record.
    public init(
        method: String, positive: Bool? = nil
    ) {
        self.method = method
        self.positive = positive
    }
}

/// A second primary malignancy.
public struct SecondMalignancy: Codable, Sendable, Equatable {
    /// Lineage of a second malignancy.
    public enum Lineage: String, Codable, Sendable, CaseIterable { case tCell, myeloid, bCell, solid }
    /// Lineage.
    public var lineage: Lineage
    /// Diagnosis, in words.
    public var description: String
    /// Whether a sample was kept for testing of the vector; nil unknown.
    public var sampleKept: Bool?
    /// To whom it was reported.
    public var reportedTo: String?

    /// Makes the record.
    public init(
        lineage: Lineage, description: String, sampleKept: Bool? = nil, reportedTo: String? = nil
    ) {
        self.lineage = lineage
        self.description = description
        self.sampleKept = sampleKept
        self.reportedTo = reportedTo
    }
}

/// Another centre takes over.
public struct CareTransfer: Codable, Sendable, Equatable {
    /// Centre that gives the patient over.
    public var from: String
    /// Centre that takes the patient on.
    public var to: String
    /// Who signed for the first; nil unsigned.
    public var givenBy: Actor?
    /// Who signed for the second; nil unsigned.
    public var takenBy: Actor?

    /// Makes the record.
    public init(
        from: String, to: String, givenBy: Actor? = nil, takenBy: Actor? = nil
    ) {
        self.from = from
        self.to = to
        self.givenBy = givenBy
        self.takenBy = takenBy
    }
}

/// A visit did not take place.
public struct MissedVisit: Codable, Sendable, Equatable {
    /// The visit's name in the schedule.
    public var visit: String
    /// Why, in words.
    public var reason: String?

    /// Makes the record.
    public init(
        visit: String, reason: String? = nil
    ) {
        self.visit = visit
        self.reason = reason
    }
}
