import Care
import Dynamics

/// What happens to one patient's cells between enrolment and the bedside: collections, shipments, batches and their
/// dates. Days count from enrolment; the course moves them to days from infusion.
///
/// The plan needs nothing of the body, so it is drawn before the body runs. Whether the patient is still there when
/// the product arrives, the course decides.
struct VeinToVein: Sendable, Equatable {
    /// Collections with the day each ended.
    var collections: [(day: Double, record: Leukapheresis)]
    /// Days from each lot of collected cells to the factory.
    var inboundDays: Double
    /// Attempts, in order.
    var batches: [Batch]
    /// Days from release to the hospital.
    var outboundDays: Double
    /// Day on which the product arrives, or would have arrived had the last batch not failed.
    var arrival: Double
    /// Day on which lymphodepletion begins.
    var conditioning: Double
    /// Day of infusion.
    var infusion: Double
    /// Bridging therapy: its day, and the share of the tumour that it leaves; nil for none.
    var bridging: (day: Double, remaining: Double)?

    /// Factor on the tumour's growth from enrolment to the first collection, under therapy that holds the disease; nil
    /// for none.
    var holding: Double?
    /// Whether nothing is fixed beyond what stands here: the patient is followed until they drop out, or to the day of
    /// `infusion` at the latest, and no product comes.
    var isOpen = false
    /// Whether the patient is in hospital from the infusion on, or is admitted with fever or toxicity.
    var care = Care.inpatient
    /// Day until which a patient who waits is looked at weekly; nil for the day of the product's arrival.
    var lastCheck: Double?

    /// Where the therapy is given.
    enum Care: Sendable { case inpatient, outpatient }

    /// The batch to be given, if there is one.
    var product: Batch? { batches.last.flatMap { $0.isReleased ? $0 : nil } }

    static func == (a: VeinToVein, b: VeinToVein) -> Bool {
        a.batches == b.batches && a.infusion == b.infusion && a.arrival == b.arrival
            && a.collections.map(\.record) == b.collections.map(\.record)
    }
}

extension VeinToVein {
    /// Draws the path of one patient's cells. A severe infection puts lymphodepletion off.
    static func plan(
        for patient: VirtualPatient, study: Study, product: Product, course: CourseNumbers,
        infections: WaitingInfections, source: RandomSource
    ) -> VeinToVein {
        var path = CellPath(patient: patient, study: study, product: product, course: course, source: source)
        var collected = path.collect(on: path.enrolmentToCollection)
        var start = collected + path.inbound + path.wait
        while true {
            let batch = path.attempt(start: start)
            if batch.isReleased || !path.mayTryAgain { break }
            start = batch.tested + path.wait
            if path.needsCollection {
                collected = path.collect(on: batch.tested + course.cells.daysToRecollection)
                start = collected + path.inbound + path.wait
            }
        }
        let arrival = (path.batches.last?.tested ?? start) + path.outbound
        let conditioning = infections.clearDay(from: arrival + path.readiness)
        let firstDose = study.lymphodepletion.map(\.day).min() ?? -5
        let first = path.collections[0].day
        return VeinToVein(
            collections: path.collections, inboundDays: path.inbound, batches: path.batches,
            outboundDays: path.outbound, arrival: arrival, conditioning: conditioning,
            infusion: conditioning - firstDose,
            bridging: path.isBridged ? (day: first + 0.5 * (arrival - first), remaining: path.remaining) : nil)
    }
}
