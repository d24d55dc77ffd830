namespace AutoPortal.Activities;

/// <summary>The module's words; Chinese is neutral, English beside it.</summary>
public sealed class ActivitiesTexts;
