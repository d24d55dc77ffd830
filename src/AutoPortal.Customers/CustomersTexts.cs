namespace AutoPortal.Customers;

/// <summary>The module's words; Chinese is neutral, English beside it.</summary>
public sealed class CustomersTexts;
