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

    /// The batch to be given, if there is one.
    var product: Batch? { batches.last.flatMap { $0.isReleased ? $0 : nil } }

    static func == (a: VeinToVein, b: VeinToVein) -> Bool {
        a.batches == b.batches && a.infusion == b.infusion && a.arrival == b.arrival
            && a.collections.map(\.record) == b.collections.map(\.record)
    }
}

extension VeinToVein {
    /// Draws the path of one patient's cells.
    static func plan(
        for patient: VirtualPatient, study: Study, product: Product, course: CourseNumbers, source: RandomSource
    ) -> VeinToVein {
        var logistics = source.stream(.logistics, patient: patient.index)
        var apheresis = source.stream(.apheresis, patient: patient.index)
        var factory = source.stream(.manufacturing, patient: patient.index)
        var bridge = source.stream(.bridging, patient: patient.index)
        let process = product.process
        let manufacturing = Manufacturing(product: product, dose: study.dose, course: course)

        let inbound = process.inboundDays.draw(from: &logistics)
        let outbound = process.outboundDays.draw(from: &logistics)
        let wait = process.slotWaitDays.draw(from: &logistics)
        let readiness = study.logistics.arrivalToLymphodepletion.draw(from: &logistics)
        var collectionDay = study.logistics.enrolmentToCollection.draw(from: &logistics)

        var collections: [(day: Double, record: Leukapheresis)] = []
        func collect() -> Double {
            let records = Apheresis.collect(from: patient, for: process, constants: course.cells, stream: &apheresis)
            for record in records {
                var numbered = record
                numbered.collection = collections.count + 1
                collections.append((collectionDay + Double(record.collection - 1), numbered))
            }
            collectionDay += Double(records.count - 1)
            return records.reduce(0) { $0 + $1.cd3Collected }
        }
        var material = collect()
        var start = collectionDay + inbound + wait
        var batches: [Batch] = []
        for number in 1...max(1, process.maximumAttempts) {
            let batch = manufacturing.attempt(
                number, batch: Self.batchName(patient: patient, attempt: number), material: material, start: start,
                patient: patient, stream: &factory)
            batches.append(batch)
            if batch.isReleased { break }
            material -= batch.input
            start = batch.tested + wait
            if material < process.collectionMinimum.value, number < process.maximumAttempts {
                collectionDay = batch.tested + course.cells.daysToRecollection
                material = collect()
                start = collectionDay + inbound + wait
            }
        }
        let arrival = (batches.last?.tested ?? start) + outbound
        let conditioning = arrival + readiness
        let firstDose = study.lymphodepletion.map(\.day).min() ?? -5
        let bridged = bridge.bernoulli(study.bridging.share.value)
        let remaining = study.bridging.remaining.draw(from: &bridge)
        return VeinToVein(
            collections: collections, inboundDays: inbound, batches: batches, outboundDays: outbound,
            arrival: arrival, conditioning: conditioning, infusion: conditioning - firstDose,
            bridging: bridged
                ? (day: collections[0].day + 0.5 * (arrival - collections[0].day), remaining: remaining) : nil)
    }

    private static func batchName(patient: VirtualPatient, attempt: Int) -> String {
        "B\(patient.index)-\(attempt)"
    }
}
