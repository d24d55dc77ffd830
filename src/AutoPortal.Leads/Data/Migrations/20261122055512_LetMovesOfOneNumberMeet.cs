using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AutoPortal.Leads.Data.Migrations
{
    /// <inheritdoc />
    public partial class LetMovesOfOneNumberMeet : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_lead_moves_tenant_id_lead_id_number",
                schema: "leads",
                table: "lead_moves");

            migrationBuilder.CreateIndex(
                name: "ix_lead_moves_tenant_id_lead_id_number",
                schema: "leads",
                table: "lead_moves",
                columns: new[] { "tenant_id", "lead_id", "number" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_lead_moves_tenant_id_lead_id_number",
                schema: "leads",
                table: "lead_moves");

            migrationBuilder.CreateIndex(
                name: "ix_lead_moves_tenant_id_lead_id_number",
                schema: "leads",
                table: "lead_moves",
                columns: new[] { "tenant_id", "lead_id", "number" },
                unique: true);
        }
    }
}
