namespace AutoPortal.Leads;

/// <summary>What roles may be allowed in this module.</summary>
public static class LeadsPermissions
{
    /// <summary>See leads, within reach.</summary>
    public const string Read = "leads.read";

    /// <summary>Work on leads: follow up, invite, rate, give up.</summary>
    public const string Work = "leads.work";

    /// <summary>Give leads to advisors, and reject what a dealer does not want.</summary>
    public const string Assign = "leads.assign";

    /// <summary>Approve or reject losses.</summary>
    public const string DecideLost = "leads.decide_lost";

    /// <summary>Give leads to dealers.</summary>
    public const string Dispatch = "leads.dispatch";

    /// <summary>See a full phone number, with a reason and a log.</summary>
    public const string Reveal = "leads.reveal";

    /// <summary>Clean leads: mend them, name unknown words, call to verify.</summary>
    public const string Clean = "leads.clean";

    /// <summary>Change the cleaning rules, the blocklist, and run the rules again.</summary>
    public const string Rules = "leads.rules";

    /// <summary>Bring in files of leads; a dealer's people bring in their own dealer's.</summary>
    public const string Import = "leads.import";

    /// <summary>Take full phone numbers away in a file, with a reason and somebody else's approval. No role has it from the start.</summary>
    public const string ExportPhones = "leads.export_phones";

    internal static readonly string[] All = [Read, Work, Assign, DecideLost, Dispatch, Reveal, Clean, Rules, Import, ExportPhones];
}
