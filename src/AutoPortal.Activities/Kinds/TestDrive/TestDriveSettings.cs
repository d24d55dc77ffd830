namespace AutoPortal.Activities.Kinds.TestDrive;

/// <summary>What a test drive needs: who may drive, how long, and where.</summary>
public sealed class TestDriveSettings : KindSettings
{
    /// <summary>Minutes of one drive.</summary>
    public int Minutes { get; set; } = 40;

    /// <summary>Years for which the licence must have been held; 0 for any.</summary>
    public int LicenceYears { get; set; } = 1;

    /// <summary>The route in words.</summary>
    public string Route { get; set; } = "";

    /// <summary>Whether an agreement is signed before the drive.</summary>
    public bool NeedsAgreement { get; set; } = true;
}
