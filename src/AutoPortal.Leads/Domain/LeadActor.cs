namespace AutoPortal.Leads.Domain;

/// <summary>In which part somebody acts on a lead: the last column of the state machine (domain language §4.6).</summary>
[Flags]
internal enum LeadActor
{
    None = 0,
    System = 1,
    CleaningClerk = 2,
    Hq = 4,
    DealerManager = 8,
    Advisor = 16,
    DccCaller = 32,
    Showroom = 64,
    Dms = 128,
}
