namespace AutoPortal.Activities.Contracts;

/// <summary>What became of an activity's people; answered by the module that owns leads, asked by the activity's board.</summary>
public interface IActivityLeads
{
    /// <summary>Figures as far as the scope reaches.</summary>
    Task<ActivityLeadFigures> OfActivityAsync(Guid activityId, CancellationToken ct);
}

/// <summary>Leads that the activity fed, and how far they came; each stage counts whoever was ever there.</summary>
/// <param name="Leads">All that had a contact from the activity.</param>
/// <param name="Valid">Of them, those that are neither invalid nor merged.</param>
/// <param name="Visited">That came to the dealer after the contact.</param>
/// <param name="TestDriven">That drove.</param>
/// <param name="Ordered">That ordered.</param>
public sealed record ActivityLeadFigures(int Leads, int Valid, int Visited, int TestDriven, int Ordered);
