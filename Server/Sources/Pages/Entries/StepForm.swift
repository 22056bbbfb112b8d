import Care

/// Steps that a form writes: an alert taken on, a stop overridden, the identity check, thaw and infusion.
public enum StepForm {
    /// The steps, by the value of the field `type`.
    public enum Kind: String, Sendable, CaseIterable {
        /// Alert taken on; stop overridden; bedside identity check; thaw; infusion
        case alertAcknowledged, stopOverridden, identityVerified, thawStarted, thawEnded, infusionStarted,
            infusionCompleted

        /// Whether a second person must sign with their own name and password.
        public var needsSecondSignature: Bool { self == .stopOverridden || self == .identityVerified }
    }

    /// Which step a form is about.
    public static func kind(_ values: [String: String]) -> Kind? { values["type"].flatMap(Kind.init(rawValue:)) }

    /// Reads a form.
    /// - Parameters:
    ///   - first: who is signed in.
    ///   - second: who signed beside them, already checked by name and password; nil: nobody did.
    ///   - productVersion: the label that an override is decided by.
    public static func read(
        _ values: [String: String], now: Instant, by first: Actor, second: Actor?, productVersion: String
    ) throws(FormFault) -> (Event, Instant) {
        var form = FormReader(values, now: now)
        guard let kind = kind(values) else {
            throw FormFault(FormState(values: values, summary: "This step is not known here; open the page again."))
        }
        if kind.needsSecondSignature, second == nil {
            form.fault("second_name", "A second person must sign with their own user name and password.")
        }
        let event = event(kind, &form, first, second, productVersion)
        let at = form.moment()
        try form.finish()
        return (event, at)
    }

    private static func event(
        _ kind: Kind, _ form: inout FormReader, _ first: Actor, _ second: Actor?, _ productVersion: String
    ) -> Event {
        switch kind {
        case .alertAcknowledged:
            .alertAcknowledged(
                AlertAcknowledgement(
                    alert: form.required("alert", "The alert", limit: 200), action: form.text("action")))
        case .stopOverridden:
            .stopOverridden(
                StopOverride(
                    stop: form.required("stop", "The stop", limit: 300), reason: form.required("reason", "The reason"),
                    secondSignature: second ?? first, productVersion: productVersion))
        case .identityVerified:
            .identityVerified(
                IdentityCheck(
                    band: scanned("band", "The patient’s band", &form), bag: scanned("bag", "The bag’s label", &form),
                    order: scanned("order", "The order", &form),
                    certificate: scanned("certificate", "The certificate", &form),
                    checkedBy: [first.name] + [second?.name].compactMap(\.self),
                    bagIdentifier: scanned("identifier", "The number of the bag", &form),
                    cassette: form.text("cassette")))
        case .thawStarted, .thawEnded:
            {
                let thaw = Thaw(
                    bag: scanned("identifier", "The number of the bag", &form),
                    chainOfIdentity: scanned("bag", "The bag’s label", &form))
                return kind == .thawStarted ? .thawStarted(thaw) : .thawEnded(thaw)
            }()
        case .infusionStarted: infusionStart(&form)
        case .infusionCompleted: infusion(&form)
        }
    }

    private static func scanned(_ name: String, _ what: String, _ form: inout FormReader) -> String {
        form.required(name, what, limit: 200)
    }

    private static func infusionStart(_ form: inout FormReader) -> Event {
        let expected = form.number("expected", in: 0...1_440, unit: "min")
        if expected == nil { form.fault("expected", "How long it is to take is missing; write it in minutes.") }
        return .infusionStarted(
            InfusionStart(
                bag: scanned("identifier", "The number of the bag", &form),
                band: scanned("band", "The patient’s band", &form),
                chainOfIdentity: scanned("bag", "The bag’s label", &form), expectedMinutes: expected ?? 0,
                leukodepletingFilter: form.answer("filter")))
    }

    private static func infusion(_ form: inout FormReader) -> Event {
        let cells = form.number("cells", in: 0...1_000_000, unit: "× 10⁶")
        if cells == nil { form.fault("cells", "The number of cells is missing; write it in 10⁶, as on the bag.") }
        let perKilogram = form.number("perKilogram", in: 0...100_000, unit: "× 10⁶/kg")
        if perKilogram == nil { form.fault("perKilogram", "The cells per kg are missing; write them in 10⁶/kg.") }
        let minutes = form.number("thawMinutes", in: 0...1_440, unit: "min")
        if minutes == nil { form.fault("thawMinutes", "The minutes since the thaw are missing; write them.") }
        return .infusionCompleted(
            Infusion(
                batch: scanned("batch", "The batch", &form), carPositiveCells: cells ?? 0,
                cellsPerKilogram: perKilogram ?? 0, minutesSinceThaw: minutes ?? 0, bag: form.text("identifier")))
    }
}

/// An entry struck out. What is right is written as an entry of its own.
public enum CorrectionForm {
    static func view(_ patient: PatientView, state: FormState) -> FormView {
        FormView(
            id: "correction", action: "\(patient.path)/correction", submit: "Strike out",
            groups: [
                .init(
                    hint:
                        "Nothing is removed: the entry stays readable, and no longer counts. Then write what is right.",
                    fields: [
                        Field(
                            name: "sequence", label: "Number of the entry", kind: .number("numeric"), isRequired: true,
                            isNarrow: true),
                        Field(name: "reason", label: "What was wrong", isRequired: true),
                    ])
            ], state: state)
    }

    /// Reads the form.
    /// - Parameter count: entries of the journal.
    public static func read(
        _ values: [String: String], now: Instant, count: Int
    ) throws(FormFault) -> Correction {
        var form = FormReader(values, now: now)
        let sequence = form.count("sequence", in: 1...max(count, 1), what: "the number of an entry of this journal")
        if sequence == nil { form.fault("sequence", "The entry’s number is missing; it stands in the timeline.") }
        let reason = form.required("reason", "What was wrong")
        try form.finish()
        return Correction(sequence: sequence ?? 0, reason: reason)
    }
}
