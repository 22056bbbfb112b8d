extension Definitions {
    /// Tasks, orders, supply, consent, provenance.
    static let workflows =
        """
        Task: authoredOn dateTime; basedOn* Reference; businessStatus CodeableConcept; code CodeableConcept;
            description string; encounter Reference(Encounter); executionPeriod Period; focus Reference; for Reference;
            groupIdentifier Identifier; identifier* Identifier; input* TaskInput;
            instantiatesCanonical canonical(ActivityDefinition); instantiatesUri uri;
            insurance* Reference(Coverage|ClaimResponse);
            intent! code(unknown|proposal|plan|order|original-order|reflex-order|filler-order|instance-order|option);
            lastModified dateTime; location Reference(Location); note* Annotation; output* TaskOutput;
            owner Reference(Practitioner|PractitionerRole|Organization|CareTeam|HealthcareService|Patient|Device|
                RelatedPerson); partOf* Reference(Task); performerType* CodeableConcept;
            priority code(routine|urgent|asap|stat); reasonCode CodeableConcept; reasonReference Reference;
            relevantHistory* Reference(Provenance);
            requester Reference(Device|Organization|Patient|Practitioner|PractitionerRole|RelatedPerson);
            restriction TaskRestriction;
            status! code(draft|requested|received|accepted|rejected|ready|cancelled|in-progress|on-hold|failed|
                completed|entered-in-error); statusReason CodeableConcept
        TaskInput: type! CodeableConcept; valueAddress Address ~value!; valueAge Age ~value!;
            valueAnnotation Annotation ~value!; valueBase64Binary base64Binary ~value!; valueBoolean boolean ~value!;
            valueCanonical canonical ~value!; valueCode code ~value!; valueCodeableConcept CodeableConcept ~value!;
            valueCoding Coding ~value!; valueContactPoint ContactPoint ~value!; valueDate date ~value!;
            valueDateTime dateTime ~value!; valueDecimal decimal ~value!; valueDosage Dosage ~value!;
            valueDuration Duration ~value!; valueHumanName HumanName ~value!; valueId id ~value!;
            valueIdentifier Identifier ~value!; valueInstant instant ~value!; valueInteger integer ~value!;
            valueMarkdown markdown ~value!; valueMeta Meta ~value!; valuePeriod Period ~value!;
            valuePositiveInt positiveInt ~value!; valueQuantity Quantity ~value!; valueRange Range ~value!;
            valueRatio Ratio ~value!; valueReference Reference ~value!; valueSignature Signature ~value!;
            valueString string ~value!; valueTiming Timing ~value!; valueUnsignedInt unsignedInt ~value!;
            valueUri uri ~value!
        TaskOutput: type! CodeableConcept; valueAddress Address ~value!; valueAge Age ~value!;
            valueAnnotation Annotation ~value!; valueBase64Binary base64Binary ~value!; valueBoolean boolean ~value!;
            valueCanonical canonical ~value!; valueCode code ~value!; valueCodeableConcept CodeableConcept ~value!;
            valueCoding Coding ~value!; valueContactPoint ContactPoint ~value!; valueDate date ~value!;
            valueDateTime dateTime ~value!; valueDecimal decimal ~value!; valueDosage Dosage ~value!;
            valueDuration Duration ~value!; valueHumanName HumanName ~value!; valueId id ~value!;
            valueIdentifier Identifier ~value!; valueInstant instant ~value!; valueInteger integer ~value!;
            valueMarkdown markdown ~value!; valueMeta Meta ~value!; valuePeriod Period ~value!;
            valuePositiveInt positiveInt ~value!; valueQuantity Quantity ~value!; valueRange Range ~value!;
            valueRatio Ratio ~value!; valueReference Reference ~value!; valueSignature Signature ~value!;
            valueString string ~value!; valueTiming Timing ~value!; valueUnsignedInt unsignedInt ~value!;
            valueUri uri ~value!
        TaskRestriction: period Period;
            recipient* Reference(Patient|Practitioner|PractitionerRole|RelatedPerson|Group|Organization);
            repetitions positiveInt
        ServiceRequest: asNeededBoolean boolean ~asNeeded; asNeededCodeableConcept CodeableConcept ~asNeeded;
            authoredOn dateTime; basedOn* Reference(CarePlan|ServiceRequest|MedicationRequest);
            bodySite* CodeableConcept; category* CodeableConcept; code CodeableConcept; doNotPerform boolean;
            encounter Reference(Encounter); identifier* Identifier;
            instantiatesCanonical* canonical(ActivityDefinition|PlanDefinition); instantiatesUri* uri;
            insurance* Reference(Coverage|ClaimResponse);
            intent! code(proposal|plan|directive|order|original-order|reflex-order|filler-order|instance-order|option);
            locationCode* CodeableConcept; locationReference* Reference(Location); note* Annotation;
            occurrenceDateTime dateTime ~occurrence; occurrencePeriod Period ~occurrence;
            occurrenceTiming Timing ~occurrence; orderDetail* CodeableConcept; patientInstruction string;
            performer* Reference(Practitioner|PractitionerRole|Organization|CareTeam|HealthcareService|Patient|Device|
                RelatedPerson); performerType CodeableConcept; priority code(routine|urgent|asap|stat);
            quantityQuantity Quantity ~quantity; quantityRange Range ~quantity; quantityRatio Ratio ~quantity;
            reasonCode* CodeableConcept;
            reasonReference* Reference(Condition|Observation|DiagnosticReport|DocumentReference);
            relevantHistory* Reference(Provenance); replaces* Reference(ServiceRequest);
            requester Reference(Practitioner|PractitionerRole|Organization|Patient|RelatedPerson|Device);
            requisition Identifier; specimen* Reference(Specimen);
            status! code(draft|active|on-hold|revoked|completed|entered-in-error|unknown);
            subject! Reference(Patient|Group|Location|Device); supportingInfo* Reference
        SupplyDelivery: basedOn* Reference(SupplyRequest); destination Reference(Location); identifier* Identifier;
            occurrenceDateTime dateTime ~occurrence; occurrencePeriod Period ~occurrence;
            occurrenceTiming Timing ~occurrence; partOf* Reference(SupplyDelivery|Contract); patient Reference(Patient);
            receiver* Reference(Practitioner|PractitionerRole);
            status code(in-progress|completed|abandoned|entered-in-error); suppliedItem SupplyDeliverySuppliedItem;
            supplier Reference(Practitioner|PractitionerRole|Organization); type CodeableConcept
        SupplyDeliverySuppliedItem: itemCodeableConcept CodeableConcept ~item;
            itemReference Reference(Medication|Substance|Device) ~item; quantity Quantity
        Communication: about* Reference; basedOn* Reference; category* CodeableConcept; encounter Reference(Encounter);
            identifier* Identifier; inResponseTo* Reference(Communication);
            instantiatesCanonical* canonical(PlanDefinition|ActivityDefinition|Measure|OperationDefinition|
                Questionnaire); instantiatesUri* uri; medium* CodeableConcept; note* Annotation; partOf* Reference;
            payload* CommunicationPayload; priority code(routine|urgent|asap|stat); reasonCode* CodeableConcept;
            reasonReference* Reference(Condition|Observation|DiagnosticReport|DocumentReference); received dateTime;
            recipient* Reference(Device|Organization|Patient|Practitioner|PractitionerRole|RelatedPerson|Group|CareTeam|
                HealthcareService);
            sender Reference(Device|Organization|Patient|Practitioner|PractitionerRole|RelatedPerson|HealthcareService);
            sent dateTime;
            status! code(preparation|in-progress|not-done|on-hold|stopped|completed|entered-in-error|unknown);
            statusReason CodeableConcept; subject Reference(Patient|Group); topic CodeableConcept
        CommunicationPayload: contentReference Reference ~content!; contentString string ~content!
        Consent: category*! CodeableConcept; dateTime dateTime; identifier* Identifier;
            organization* Reference(Organization); patient Reference(Patient);
            performer* Reference(Organization|Patient|Practitioner|RelatedPerson|PractitionerRole);
            policy* ConsentPolicy; policyRule CodeableConcept; provision ConsentProvision; scope! CodeableConcept;
            sourceReference Reference(Consent|DocumentReference|Contract|QuestionnaireResponse) ~source;
            status! code(draft|proposed|active|rejected|inactive|entered-in-error); verification* ConsentVerification
        ConsentPolicy: authority uri; uri uri
        ConsentProvision: action* CodeableConcept; actor* ConsentProvisionActor; class* Coding; code* CodeableConcept;
            data* ConsentProvisionData; dataPeriod Period; period Period; provision* ConsentProvision; purpose* Coding;
            securityLabel* Coding; type code(deny|permit)
        ConsentProvisionActor: reference! Reference(Device|Group|CareTeam|Organization|Patient|Practitioner|
                RelatedPerson|PractitionerRole); role! CodeableConcept
        ConsentProvisionData: meaning! code(instance|related|dependents|authoredby); reference! Reference
        ConsentVerification: verificationDate dateTime; verified! boolean; verifiedWith Reference(Patient|RelatedPerson)
        Provenance: activity CodeableConcept; agent*! ProvenanceAgent; entity* ProvenanceEntity;
            location Reference(Location); occurredDateTime dateTime ~occurred; occurredPeriod Period ~occurred;
            policy* uri; reason* CodeableConcept; recorded! instant; signature* Signature; target*! Reference
        ProvenanceAgent: onBehalfOf Reference(Practitioner|PractitionerRole|RelatedPerson|Patient|Device|Organization);
            role* CodeableConcept; type CodeableConcept;
            who! Reference(Practitioner|PractitionerRole|RelatedPerson|Patient|Device|Organization)
        ProvenanceEntity: agent* ProvenanceAgent; role! code(derivation|revision|quotation|source|removal);
            what! Reference
        Substance: category* CodeableConcept; code! CodeableConcept; description string; identifier* Identifier;
            ingredient* SubstanceIngredient; instance* SubstanceInstance; status code(active|inactive|entered-in-error)
        SubstanceIngredient: quantity Ratio; substanceCodeableConcept CodeableConcept ~substance!;
            substanceReference Reference(Substance) ~substance!
        SubstanceInstance: expiry dateTime; identifier Identifier; quantity Quantity
        Device: contact* ContactPoint; definition Reference(DeviceDefinition); deviceName* DeviceDeviceName;
            distinctIdentifier string; expirationDate dateTime; identifier* Identifier; location Reference(Location);
            lotNumber string; manufactureDate dateTime; manufacturer string; modelNumber string; note* Annotation;
            owner Reference(Organization); parent Reference(Device); partNumber string; patient Reference(Patient);
            property* DeviceProperty; safety* CodeableConcept; serialNumber string;
            specialization* DeviceSpecialization; status code(active|inactive|entered-in-error|unknown);
            statusReason* CodeableConcept; type CodeableConcept; udiCarrier* DeviceUdiCarrier; url uri;
            version* DeviceVersion
        DeviceDeviceName: name! string;
            type! code(udi-label-name|user-friendly-name|patient-reported-name|manufacturer-name|model-name|other)
        DeviceProperty: type! CodeableConcept; valueCode* CodeableConcept; valueQuantity* Quantity
        DeviceSpecialization: systemType! CodeableConcept; version string
        DeviceUdiCarrier: carrierAIDC base64Binary; carrierHRF string; deviceIdentifier string;
            entryType code(barcode|rfid|manual|card|self-reported|unknown); issuer uri; jurisdiction uri
        DeviceVersion: component Identifier; type CodeableConcept; value! string
        """
}
