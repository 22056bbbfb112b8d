/// What happened to a patient, from referral to the last follow-up. Each case carries one payload; a payload's
/// optional fields are unknown when nil, and unknown is never read as normal.
public enum Event: Sendable, Equatable {
    // Referral and eligibility
    /// The patient was referred; who they are and what they have.
    case referralReceived(Referral)
    /// Eligibility was judged.
    case eligibilityAssessed(EligibilityAssessment)
    /// Consent was signed, or withdrawn.
    case consentRecorded(Consent)
    /// A product was ordered and a manufacturing slot booked.
    case productOrdered(ProductOrder)

    // Vein to vein
    /// A leukapheresis collection ended.
    case leukapheresisCompleted(Leukapheresis)
    /// Cells changed hands: starting material to the factory, or product to the hospital.
    case shipmentReceived(Shipment)
    /// A batch was started at the factory.
    case batchStarted(BatchStart)
    /// The T cells were transduced.
    case transductionCompleted(Transduction)
    /// The culture was harvested and filled.
    case batchHarvested(Harvest)
    /// Quality control reported the release tests.
    case releaseTested(Certificate)
    /// The batch was released, to specification or outside of it.
    case batchReleased(Release)
    /// The batch was lost or rejected.
    case batchFailed(BatchFailure)
    /// Bridging therapy was given.
    case bridgingGiven(Bridging)
    /// The two-person identity check at the bedside.
    case identityVerified(IdentityCheck)
    /// CAR-T cells were infused.
    case infusionCompleted(Infusion)

    // Hospital
    /// Admission to a ward or an intensive care unit; also a move between them.
    case admitted(Admission)
    /// Discharge home.
    case discharged(Discharge)
    /// A set of vital signs, with the support the patient was on.
    case vitalsTaken(VitalSigns)
    /// An ICE assessment with the other axes of ICANS.
    case neurologyAssessed(NeurologicalAssessment)
    /// A laboratory result.
    case labReported(LabResult)
    /// The CRS grade that the team recorded.
    case crsGraded(CRSGrading)
    /// The ICANS grade that the team recorded.
    case icansGraded(ICANSGrading)
    /// Something was ordered.
    case orderPlaced(Order)
    /// An order ended.
    case orderStopped(OrderStop)
    /// One dose of a drug was given.
    case drugGiven(DrugAdministration)
    /// An infection was diagnosed.
    case infectionReported(Infection)

    // Outcome
    /// Response was assessed by the criteria of the disease.
    case responseAssessed(ResponseAssessment)
    /// Progression, or relapse after a response.
    case progressionReported(Progression)
    /// A follow-up visit took place.
    case followUpVisited(FollowUpVisit)
    /// The patient left the path to infusion.
    case therapyCancelled(Cancellation)
    /// The patient died.
    case died(Death)
    /// An earlier entry was wrong and no longer counts. What is right is recorded as an entry of its own.
    case corrected(Correction)
}
