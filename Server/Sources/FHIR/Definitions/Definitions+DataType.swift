extension Definitions {
    /// Data types.
    static let dataTypes =
        """
        Meta: lastUpdated instant; profile* canonical(StructureDefinition); security* Coding; source uri; tag* Coding;
            versionId id
        Narrative: div! xhtml; status! code(generated|extensions|additional|empty)
        Extension: url! uri; valueAddress Address ~value; valueAge Age ~value; valueAnnotation Annotation ~value;
            valueBase64Binary base64Binary ~value; valueBoolean boolean ~value; valueCanonical canonical ~value;
            valueCode code ~value; valueCodeableConcept CodeableConcept ~value; valueCoding Coding ~value;
            valueContactPoint ContactPoint ~value; valueDate date ~value; valueDateTime dateTime ~value;
            valueDecimal decimal ~value; valueDosage Dosage ~value; valueDuration Duration ~value;
            valueHumanName HumanName ~value; valueId id ~value; valueIdentifier Identifier ~value;
            valueInstant instant ~value; valueInteger integer ~value; valueMarkdown markdown ~value;
            valuePeriod Period ~value; valuePositiveInt positiveInt ~value; valueQuantity Quantity ~value;
            valueRange Range ~value; valueRatio Ratio ~value; valueReference Reference ~value;
            valueSignature Signature ~value; valueString string ~value; valueTiming Timing ~value;
            valueUnsignedInt unsignedInt ~value; valueUri uri ~value
        Coding: code code; display string; system uri; userSelected boolean; version string
        CodeableConcept: coding* Coding; text string
        Quantity: code code; comparator code(<|<=|>=|>); system uri; unit string; value decimal
        Range: high Quantity; low Quantity
        Ratio: denominator Quantity; numerator Quantity
        Period: end dateTime; start dateTime
        Identifier: assigner Reference(Organization); period Period; system uri; type CodeableConcept;
            use code(usual|official|temp|secondary|old); value string
        Reference: display string; identifier Identifier; reference string; type uri
        HumanName: family string; given* string; period Period; prefix* string; suffix* string; text string;
            use code(usual|official|temp|nickname|anonymous|old|maiden)
        Address: city string; country string; district string; line* string; period Period; postalCode string;
            state string; text string; type code(postal|physical|both); use code(home|work|temp|old|billing)
        ContactPoint: period Period; rank positiveInt; system code(phone|fax|email|pager|url|sms|other);
            use code(home|work|temp|old|mobile); value string
        Annotation: authorReference Reference(Practitioner|Patient|RelatedPerson|Organization) ~author;
            authorString string ~author; text! markdown; time dateTime
        Dosage: additionalInstruction* CodeableConcept; asNeededBoolean boolean ~asNeeded;
            asNeededCodeableConcept CodeableConcept ~asNeeded; doseAndRate* DosageDoseAndRate;
            maxDosePerAdministration Quantity; maxDosePerLifetime Quantity; maxDosePerPeriod Ratio;
            method CodeableConcept; patientInstruction string; route CodeableConcept; sequence integer;
            site CodeableConcept; text string; timing Timing
        DosageDoseAndRate: doseQuantity Quantity ~dose; doseRange Range ~dose; rateQuantity Quantity ~rate;
            rateRange Range ~rate; rateRatio Ratio ~rate; type CodeableConcept
        Timing: code CodeableConcept; event* dateTime; repeat TimingRepeat
        TimingRepeat: boundsDuration Duration ~bounds; boundsPeriod Period ~bounds; boundsRange Range ~bounds;
            count positiveInt; countMax positiveInt; dayOfWeek* code(mon|tue|wed|thu|fri|sat|sun); duration decimal;
            durationMax decimal; durationUnit code(s|min|h|d|wk|mo|a); frequency positiveInt; frequencyMax positiveInt;
            offset unsignedInt; period decimal; periodMax decimal; periodUnit code(s|min|h|d|wk|mo|a); timeOfDay* time;
            when* code
        Signature: data base64Binary;
            onBehalfOf Reference(Practitioner|PractitionerRole|RelatedPerson|Patient|Device|Organization);
            sigFormat code; targetFormat code; type*! Coding; when! instant;
            who! Reference(Practitioner|PractitionerRole|RelatedPerson|Patient|Device|Organization)
        Duration:
        Age:
        """
}
