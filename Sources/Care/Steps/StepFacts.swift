/// A chart's pathway sorted by kind, with the label and the site's registers: what the rules of the steps read.
struct StepFacts: Sendable {
    let chart: Chart
    let at: Instant
    let label: Label?
    let site: Site?
    /// What of the chain of identity stands, where somebody has read the pathway already.
    private let knownFindings: [IdentityFinding]?

    private(set) var consents: [Noted<Consent>] = []
    private(set) var eligibility: [Noted<EligibilityAssessment>] = []
    private(set) var referrals: [Noted<Referral>] = []
    private(set) var coverage: [Noted<Coverage>] = []
    private(set) var fitness: [Noted<FitnessCheck>] = []
    private(set) var orders: [Noted<ProductOrder>] = []
    private(set) var slots: [Noted<ManufacturingSlot>] = []
    private(set) var washouts: [Noted<Washout>] = []
    private(set) var markers: [Noted<InfectiousMarkers>] = []
    private(set) var labels: [Noted<LabelUse>] = []
    private(set) var collectionStarts: [Noted<CollectionStart>] = []
    private(set) var collectionBags: [Noted<CollectionBag>] = []
    private(set) var collections: [Noted<Leukapheresis>] = []
    private(set) var counts: [Noted<CollectionCount>] = []
    private(set) var freezings: [Noted<Freezing>] = []
    private(set) var packs: [Noted<PackOut>] = []
    private(set) var custody: [Noted<CustodyTransfer>] = []
    private(set) var readings: [Noted<TemperatureReading>] = []
    private(set) var arrivals: [Noted<Shipment>] = []
    private(set) var acceptances: [Noted<MaterialAcceptance>] = []
    private(set) var clearances: [Noted<LineClearance>] = []
    private(set) var lots: [Noted<LotUse>] = []
    private(set) var batches: [Noted<BatchStart>] = []
    private(set) var transductions: [Noted<Transduction>] = []
    private(set) var cultures: [Noted<CultureCount>] = []
    private(set) var deviations: [Noted<Deviation>] = []
    private(set) var harvests: [Noted<Harvest>] = []
    private(set) var finalBags: [Noted<FinalBag>] = []
    private(set) var certificates: [Noted<Certificate>] = []
    private(set) var approvals: [Noted<ReleaseApproval>] = []
    private(set) var releases: [Noted<Release>] = []
    private(set) var failures: [Noted<BatchFailure>] = []
    private(set) var recalls: [Noted<Recall>] = []
    private(set) var disposals: [Noted<Disposal>] = []
    private(set) var recollections: [Noted<Recollection>] = []
    private(set) var bridging: [Noted<Bridging>] = []
    private(set) var readiness: [Noted<Readiness>] = []
    private(set) var reviews: [Noted<LymphodepletionReview>] = []
    private(set) var identityChecks: [Noted<IdentityCheck>] = []
    private(set) var thawStarts: [Noted<Thaw>] = []
    private(set) var thawEnds: [Noted<Thaw>] = []
    private(set) var infusionStarts: [Noted<InfusionStart>] = []
    private(set) var infusions: [Noted<Infusion>] = []
    private(set) var transfusions: [Noted<Transfusion>] = []
    private(set) var vaccinations: [Noted<Vaccination>] = []
    private(set) var overrides: [Noted<StopOverride>] = []
    private(set) var drugs: [Noted<DrugAdministration>] = []
    private(set) var visits: [Noted<FollowUpVisit>] = []
    private(set) var missedVisits: [Noted<MissedVisit>] = []
    private(set) var forms: [Noted<RegistryForm>] = []
    private(set) var replication: [Noted<ReplicationTest>] = []
    private(set) var malignancies: [Noted<SecondMalignancy>] = []
    private(set) var transfers: [Noted<CareTransfer>] = []
    private(set) var cancellations: [Noted<Cancellation>] = []
    private(set) var deaths: [Noted<Death>] = []

    /// - Parameter findings: what of the chain of identity stands by this chart; nil to find out.
    init(
        _ chart: Chart, at instant: Instant, label: Label?, site: Site?, identity findings: [IdentityFinding]? = nil
    ) {
        self.chart = chart
        at = instant
        self.label = label
        self.site = site
        knownFindings = findings
        for record in chart.pathway.records where record.at <= instant { take(record) }
    }

    /// What of the chain of identity stands.
    var openIdentityFindings: [IdentityFinding] { knownFindings ?? chart.openIdentityFindings }

    private mutating func take(_ record: Pathway.Record) {
        switch record.event {
        case .consentRecorded(let value): consents.append(Noted(value, record))
        case .eligibilityAssessed(let value): eligibility.append(Noted(value, record))
        case .referralReceived(let value): referrals.append(Noted(value, record))
        case .coverageVerified(let value): coverage.append(Noted(value, record))
        case .fitnessChecked(let value): fitness.append(Noted(value, record))
        case .productOrdered(let value): orders.append(Noted(value, record))
        case .slotChanged(let value): slots.append(Noted(value, record))
        case .washoutChecked(let value): washouts.append(Noted(value, record))
        case .infectiousMarkersReported(let value): markers.append(Noted(value, record))
        case .labelUsed(let value): labels.append(Noted(value, record))
        case .collectionStarted(let value): collectionStarts.append(Noted(value, record))
        case .bagSealed(let value): collectionBags.append(Noted(value, record))
        case .leukapheresisCompleted(let value): collections.append(Noted(value, record))
        case .collectionCounted(let value): counts.append(Noted(value, record))
        case .materialFrozen(let value): freezings.append(Noted(value, record))
        case .packedOut(let value): packs.append(Noted(value, record))
        case .custodyTransferred(let value): custody.append(Noted(value, record))
        case .temperatureLogged(let value): readings.append(Noted(value, record))
        case .shipmentReceived(let value): arrivals.append(Noted(value, record))
        case .materialAccepted(let value): acceptances.append(Noted(value, record))
        default: takeFromFactory(record)
        }
    }

    private mutating func takeFromFactory(_ record: Pathway.Record) {
        switch record.event {
        case .lineCleared(let value): clearances.append(Noted(value, record))
        case .lotUsed(let value): lots.append(Noted(value, record))
        case .batchStarted(let value): batches.append(Noted(value, record))
        case .transductionCompleted(let value): transductions.append(Noted(value, record))
        case .cultureCounted(let value): cultures.append(Noted(value, record))
        case .deviationRaised(let value): deviations.append(Noted(value, record))
        case .batchHarvested(let value): harvests.append(Noted(value, record))
        case .bagFilled(let value): finalBags.append(Noted(value, record))
        case .releaseTested(let value): certificates.append(Noted(value, record))
        case .releaseApproved(let value): approvals.append(Noted(value, record))
        case .batchReleased(let value): releases.append(Noted(value, record))
        case .batchFailed(let value): failures.append(Noted(value, record))
        case .batchRecalled(let value): recalls.append(Noted(value, record))
        case .materialDisposed(let value): disposals.append(Noted(value, record))
        case .recollectionDecided(let value): recollections.append(Noted(value, record))
        default: takeFromBedside(record)
        }
    }

    private mutating func takeFromBedside(_ record: Pathway.Record) {
        switch record.event {
        case .bridgingGiven(let value): bridging.append(Noted(value, record))
        case .readinessConfirmed(let value): readiness.append(Noted(value, record))
        case .lymphodepletionReviewed(let value): reviews.append(Noted(value, record))
        case .identityVerified(let value): identityChecks.append(Noted(value, record))
        case .thawStarted(let value): thawStarts.append(Noted(value, record))
        case .thawEnded(let value): thawEnds.append(Noted(value, record))
        case .infusionStarted(let value): infusionStarts.append(Noted(value, record))
        case .infusionCompleted(let value): infusions.append(Noted(value, record))
        case .transfused(let value): transfusions.append(Noted(value, record))
        case .vaccinated(let value): vaccinations.append(Noted(value, record))
        case .stopOverridden(let value): overrides.append(Noted(value, record))
        case .drugGiven(let value): drugs.append(Noted(value, record))
        case .followUpVisited(let value): visits.append(Noted(value, record))
        case .visitMissed(let value): missedVisits.append(Noted(value, record))
        case .registryFormSent(let value): forms.append(Noted(value, record))
        case .replicationTested(let value): replication.append(Noted(value, record))
        case .secondMalignancyReported(let value): malignancies.append(Noted(value, record))
        case .careTransferred(let value): transfers.append(Noted(value, record))
        case .therapyCancelled(let value): cancellations.append(Noted(value, record))
        case .died(let value): deaths.append(Noted(value, record))
        default: break
        }
    }
}
