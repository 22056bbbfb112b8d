extension Definitions {
    /// The bundle, who and where.
    static let frames =
        """
        Bundle: entry* BundleEntry; identifier Identifier; link* BundleLink; signature Signature; timestamp instant;
            total unsignedInt;
            type! code(document|message|transaction|transaction-response|batch|batch-response|history|searchset|
                collection)
        BundleEntry: fullUrl uri; link* BundleLink; request BundleEntryRequest; resource Resource;
            response BundleEntryResponse; search BundleEntrySearch
        BundleEntryRequest: ifMatch string; ifModifiedSince instant; ifNoneExist string; ifNoneMatch string;
            method! code(GET|HEAD|POST|PUT|DELETE|PATCH); url! uri
        BundleEntryResponse: etag string; lastModified instant; location uri; outcome Resource; status! string
        BundleEntrySearch: mode code(match|include|outcome); score decimal
        BundleLink: relation! string; url! uri
        Patient: active boolean; address* Address; birthDate date; communication* PatientCommunication;
            contact* PatientContact; deceasedBoolean boolean ~deceased; deceasedDateTime dateTime ~deceased;
            gender code(male|female|other|unknown);
            generalPractitioner* Reference(Organization|Practitioner|PractitionerRole); identifier* Identifier;
            link* PatientLink; managingOrganization Reference(Organization); maritalStatus CodeableConcept;
            multipleBirthBoolean boolean ~multipleBirth; multipleBirthInteger integer ~multipleBirth; name* HumanName;
            telecom* ContactPoint
        PatientCommunication: language! CodeableConcept; preferred boolean
        PatientContact: address Address; gender code(male|female|other|unknown); name HumanName;
            organization Reference(Organization); period Period; relationship* CodeableConcept; telecom* ContactPoint
        PatientLink: other! Reference(Patient|RelatedPerson); type! code(replaced-by|replaces|refer|seealso)
        Organization: active boolean; address* Address; alias* string; contact* OrganizationContact;
            endpoint* Reference(Endpoint); identifier* Identifier; name string; partOf Reference(Organization);
            telecom* ContactPoint; type* CodeableConcept
        OrganizationContact: address Address; name HumanName; purpose CodeableConcept; telecom* ContactPoint
        Encounter: account* Reference(Account); appointment* Reference(Appointment); basedOn* Reference(ServiceRequest);
            classHistory* EncounterClassHistory; class! Coding; diagnosis* EncounterDiagnosis;
            episodeOfCare* Reference(EpisodeOfCare); hospitalization EncounterHospitalization; identifier* Identifier;
            length Duration; location* EncounterLocation; partOf Reference(Encounter);
            participant* EncounterParticipant; period Period; priority CodeableConcept; reasonCode* CodeableConcept;
            reasonReference* Reference(Condition|Procedure|Observation|ImmunizationRecommendation);
            serviceProvider Reference(Organization); serviceType CodeableConcept;
            status! code(planned|arrived|triaged|in-progress|onleave|finished|cancelled|entered-in-error|unknown);
            statusHistory* EncounterStatusHistory; subject Reference(Patient|Group); type* CodeableConcept
        EncounterClassHistory: class! Coding; period! Period
        EncounterDiagnosis: condition! Reference(Condition|Procedure); rank positiveInt; use CodeableConcept
        EncounterHospitalization: admitSource CodeableConcept; destination Reference(Location|Organization);
            dietPreference* CodeableConcept; dischargeDisposition CodeableConcept;
            origin Reference(Location|Organization); preAdmissionIdentifier Identifier; reAdmission CodeableConcept;
            specialArrangement* CodeableConcept; specialCourtesy* CodeableConcept
        EncounterLocation: location! Reference(Location); period Period; physicalType CodeableConcept;
            status code(planned|active|reserved|completed)
        EncounterParticipant: individual Reference(Practitioner|PractitionerRole|RelatedPerson); period Period;
            type* CodeableConcept
        EncounterStatusHistory: period! Period;
            status! code(planned|arrived|triaged|in-progress|onleave|finished|cancelled|entered-in-error|unknown)
        EpisodeOfCare: account* Reference(Account); careManager Reference(Practitioner|PractitionerRole);
            diagnosis* EpisodeOfCareDiagnosis; identifier* Identifier; managingOrganization Reference(Organization);
            patient! Reference(Patient); period Period; referralRequest* Reference(ServiceRequest);
            status! code(planned|waitlist|active|onhold|finished|cancelled|entered-in-error);
            statusHistory* EpisodeOfCareStatusHistory; team* Reference(CareTeam); type* CodeableConcept
        EpisodeOfCareDiagnosis: condition! Reference(Condition); rank positiveInt; role CodeableConcept
        EpisodeOfCareStatusHistory: period! Period;
            status! code(planned|waitlist|active|onhold|finished|cancelled|entered-in-error)
        """
}
