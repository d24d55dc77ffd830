namespace AutoPortal.Leads.Domain;

internal enum HeatBand
{
    Cold,
    Warm,
    Hot,
}

/// <summary>线索热度: the mean of four scores of 0–10 (domain language §4.3).</summary>
internal readonly record struct LeadHeat(decimal Score)
{
    public HeatBand Band => Score > 8 ? HeatBand.Hot : Score >= 6 ? HeatBand.Warm : HeatBand.Cold;

    public static LeadHeat Of(int enquiries, PurchaseWindow? window, bool isModelKnown, bool isBudgetKnown)
        => new((EnquiryScore(enquiries) + WindowScore(window) + (isModelKnown ? 10 : 0) + (isBudgetKnown ? 10 : 0)) / 4m);

    private static int EnquiryScore(int enquiries) => enquiries switch { <= 1 => 0, 2 => 5, _ => 10 };

    // Windows shorter than three months score as much as three months: the public version forgot them.
    private static int WindowScore(PurchaseWindow? window) => window switch
    {
        <= PurchaseWindow.Within3Months => 10,
        PurchaseWindow.Within6Months => 6,
        PurchaseWindow.Within1Year => 2,
        _ => 0,
    };
}
