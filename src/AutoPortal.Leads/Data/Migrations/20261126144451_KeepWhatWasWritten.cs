using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AutoPortal.Leads.Data.Migrations
{
    /// <inheritdoc />
    public partial class KeepWhatWasWritten : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Until now only who had given the consent became a lead.
            migrationBuilder.AddColumn<bool>(
                name: "has_contact_consent",
                schema: "leads",
                table: "leads",
                type: "boolean",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<Guid>(
                name: "host_dealer_id",
                schema: "leads",
                table: "leads",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "import_run_id",
                schema: "leads",
                table: "leads",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "missed_calls",
                schema: "leads",
                table: "leads",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "proof",
                schema: "leads",
                table: "leads",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "unverified");

            migrationBuilder.AddColumn<int>(
                name: "protection_days",
                schema: "leads",
                table: "leads",
                type: "integer",
                nullable: false,
                defaultValue: 30);

            migrationBuilder.AddColumn<string>(
                name: "written",
                schema: "leads",
                table: "leads",
                type: "jsonb",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.CreateIndex(
                name: "ix_leads_tenant_id_import_run_id_id",
                schema: "leads",
                table: "leads",
                columns: new[] { "tenant_id", "import_run_id", "id" },
                filter: "import_run_id is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_leads_tenant_id_import_run_id_id",
                schema: "leads",
                table: "leads");

            migrationBuilder.DropColumn(
                name: "has_contact_consent",
                schema: "leads",
                table: "leads");

            migrationBuilder.DropColumn(
                name: "host_dealer_id",
                schema: "leads",
                table: "leads");

            migrationBuilder.DropColumn(
                name: "import_run_id",
                schema: "leads",
                table: "leads");

            migrationBuilder.DropColumn(
                name: "missed_calls",
                schema: "leads",
                table: "leads");

            migrationBuilder.DropColumn(
                name: "proof",
                schema: "leads",
                table: "leads");

            migrationBuilder.DropColumn(
                name: "protection_days",
                schema: "leads",
                table: "leads");

            migrationBuilder.DropColumn(
                name: "written",
                schema: "leads",
                table: "leads");
        }
    }
}
