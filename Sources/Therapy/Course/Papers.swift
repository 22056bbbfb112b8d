import Care

/// What a centre, a courier and a factory write beside the events that decide a course: labels, hands, temperatures,
/// lots, bags, checks, forms.
///
/// Papers change nothing. They are written only where a journal is kept, and follow from what the journey knows, without
/// a draw; neither the simulator's chart nor the body sees them. What the simulator does not know (the volume of a bag,
/// a logger's reading) is a usual value of something that went well.
struct Papers {
    /// One paper that is due later.
    struct Paper {
        var day: Double
        var event: Event
        var actor: Actor
    }

    /// Papers that are due later. What a patient does not live to see is never written.
    private var pending = Agenda<Paper>()
    /// Day of the entry that was written last.
    var lastDay = -Double.infinity
    /// Final bags, by batch.
    var bags: [String: [FinalBag]] = [:]
    /// Final bags that were given.
    var given: Set<String> = []
    /// Whether the last look before lymphodepletion is written.
    var isPrepared = false
    /// The identity check that waits for its bag to be known.
    var identityCheck: IdentityCheck?

    /// Plans a paper.
    mutating func plan(_ event: Event, by actor: Actor, at day: Double) {
        pending.add(Paper(day: day, event: event, actor: actor), at: day)
    }

    /// Takes the next paper that is due by a day.
    mutating func take(dueBy day: Double) -> Paper? { pending.take(dueBy: day) }

    /// The course is over: nothing more happens.
    mutating func drop() { pending.remove { _ in true } }
}
